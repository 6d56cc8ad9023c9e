import { configure } from '@testing-library/react';

// The library's own limit of 1 s is passed where a machine runs other things beside.
configure({ asyncUtilTimeout: 20_000 });
