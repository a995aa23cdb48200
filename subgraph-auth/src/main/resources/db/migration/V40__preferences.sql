-- What people prefer; null is the default, which may depend on their language.
create table preferences (
  account_id uuid primary key references account on delete cascade,
  version int not null,
  theme text,
  units text,
  first_day_of_week text,
  date_style text,
  time_style text,
  number_style text,
  currency text,
  -- Each `KIND/WIDTH`, in order.
  dashboard text[],
  updated_at timestamptz
);
