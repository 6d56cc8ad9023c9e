/** Buttons with words. `type` is always button: nothing in this app submits a form. */
import type { ComponentProps } from 'react';
import { Icon, type IconName } from './Icon';

type ButtonProps = Omit<ComponentProps<'button'>, 'type'> & {
  variant?: 'primary' | 'secondary' | 'quiet' | 'danger';
  icon?: IconName;
};

export function Button({ variant = 'secondary', icon, className, children, ...rest }: ButtonProps) {
  return (
    <button type="button" className={`button button-${variant}${className ? ` ${className}` : ''}`} {...rest}>
      {icon && <Icon name={icon} size={16} />}
      {children}
    </button>
  );
}
