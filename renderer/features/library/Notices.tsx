/** Things to know about the library that stop nothing. Codes come from the host; one that is not known here is not shown. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { startNotices } from '../../../core/contract/calls';
import { Icon } from '../../components/Icon';
import { IconButton } from '../../components/IconButton';

export function Notices({ notices }: { notices: readonly string[] }) {
  const { t } = useTranslation(['library', 'common']);
  const [put, setPut] = useState<readonly string[]>([]);
  const shown = startNotices.filter((notice) => notices.includes(notice) && !put.includes(notice));
  return shown.map((notice) => (
    <div className="message message-warning" key={notice} role="status">
      <Icon name="warning" />
      <span className="grow">{t(`notices.${notice}`)}</span>
      <IconButton icon="close" label={t('common:close')} onClick={() => setPut([...put, notice])} />
    </div>
  ));
}
