create table note (id uuid primary key, owner_id uuid not null, text varchar(20) not null);
