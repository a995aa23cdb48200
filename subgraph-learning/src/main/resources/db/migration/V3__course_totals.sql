-- What the catalogue's import counts once, and each reading of progress counted before.
alter table course
  add column lesson_count int not null default 0,
  add column estimated_minutes int not null default 0;
update course c set lesson_count = t.lessons, estimated_minutes = t.minutes
from (
  select course_id, count(*) as lessons, sum(estimated_minutes) as minutes from lesson group by course_id) t
where c.id = t.course_id;
