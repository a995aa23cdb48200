package dev.lifeos.learning.progress;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.query.Param;

interface Enrolments extends JpaRepository<EnrolmentEntity, UUID> {

  /**
   * Locked until the transaction ends, so that what one person does in one course happens one after
   * the other.
   */
  @Lock(LockModeType.PESSIMISTIC_WRITE)
  Optional<EnrolmentEntity> findByUserIdAndCourseId(UUID userId, UUID courseId);

  /** One statement, so that two requests at once make one enrolment. */
  @Modifying
  @Query(
      nativeQuery = true,
      value =
          """
          INSERT INTO enrolment (id, user_id, course_id, enrolled_at, last_activity_at)
          SELECT :id, :user, c.id, :now, :now FROM course c WHERE c.id = :course
          ON CONFLICT (user_id, course_id) DO UPDATE
          SET last_activity_at = CASE WHEN enrolment.left_at IS NULL
              THEN enrolment.last_activity_at ELSE excluded.last_activity_at END,
            left_at = NULL
          """)
  int enrol(
      @Param("id") UUID id,
      @Param("user") UUID user,
      @Param("course") UUID course,
      @Param("now") Instant now);
}
