package dev.lifeos.health.vital;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Single vitals, always together with whose they are. */
interface VitalRepository extends Repository<VitalEntity, UUID> {

  Optional<VitalEntity> findByIdAndUserId(UUID id, UUID userId);

  void flush();

  @Modifying
  @Query("delete from VitalEntity v where v.id = :id and v.userId = :userId")
  int deleteOwn(UUID id, UUID userId);
}
