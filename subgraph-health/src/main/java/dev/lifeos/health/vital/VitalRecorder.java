package dev.lifeos.health.vital;

import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Records batches of vitals: all of a batch, or none of it. */
@Service
class VitalRecorder {

  private final ReadingRules rules;
  private final VitalWrites writes;
  private final VitalRequests requests;

  VitalRecorder(ReadingRules rules, VitalWrites writes, VitalRequests requests) {
    this.rules = rules;
    this.writes = writes;
    this.requests = requests;
  }

  /**
   * @param withVitals whether the vitals are to be in the payload
   */
  @Transactional
  RecordVitalsPayload record(UUID owner, RecordVitalsInput input, boolean withVitals) {
    var readings = rules.check(input.vitals());
    var key = input.idempotencyKey();
    if (key == null) {
      return withVitals ? writes.upsert(owner, readings) : writes.upsertUnread(owner, readings);
    }
    return requests.once(
        owner, key, Fingerprint.of(readings), () -> writes.upsert(owner, readings));
  }
}
