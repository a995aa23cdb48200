create table course (
  id uuid primary key,
  slug text not null unique,
  title text not null,
  description text not null,
  category text not null,
  difficulty text not null
);
-- The catalogue is listed by title.
create index course_by_title on course (title, id);

create table course_module (
  id uuid primary key,
  course_id uuid not null references course on delete cascade,
  position int not null,
  title text not null,
  -- Deferred, so that one statement may put the modules into another order.
  unique (course_id, position) deferrable initially deferred
);

create table lesson (
  id uuid primary key,
  course_id uuid not null references course on delete cascade,
  module_id uuid not null references course_module on delete cascade,
  position int not null,
  title text not null,
  summary text not null,
  estimated_minutes int not null check (estimated_minutes > 0),
  unique (course_id, position) deferrable initially deferred
);

create table enrolment (
  id uuid primary key,
  user_id uuid not null,
  course_id uuid not null references course,
  enrolled_at timestamptz not null,
  last_activity_at timestamptz not null,
  left_at timestamptz,
  unique (user_id, course_id)
);
-- A person's list, the latest activity first, from the index alone.
create index enrolment_latest on enrolment (user_id, last_activity_at desc, id desc)
  include (course_id, enrolled_at) where left_at is null;

create table lesson_completion (
  user_id uuid not null,
  lesson_id uuid not null references lesson,
  course_id uuid not null references course,
  completed_at timestamptz not null,
  primary key (user_id, lesson_id)
);
create index lesson_completion_of_course on lesson_completion (user_id, course_id) include (lesson_id, completed_at);

create table learning_session (
  id uuid primary key,
  user_id uuid not null,
  course_id uuid not null references course,
  started_at timestamptz not null,
  ended_at timestamptz not null,
  duration_seconds int not null check (duration_seconds between 1 and 14400),
  idempotency_key text,
  unique (user_id, idempotency_key)
);
create index learning_session_of_course on learning_session (user_id, course_id) include (duration_seconds);
create index learning_session_by_time on learning_session (user_id, started_at) include (ended_at);

-- The zone in which a person learns, as far as it was told.
create table learner (
  user_id uuid primary key,
  time_zone text not null
);

-- A day on which something was learnt, in the zone of that time; never cut again.
create table activity_day (
  user_id uuid not null,
  day date not null,
  primary key (user_id, day)
);

create table achievement (
  user_id uuid not null,
  kind text not null,
  earned_at timestamptz not null,
  primary key (user_id, kind)
);
