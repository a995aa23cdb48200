package dev.lifeos.auth.calendar;

import com.netflix.graphql.dgs.DgsDataLoader;
import dev.lifeos.starter.batch.OwnerBatchLoader;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** When the people of a batch are busy. */
@DgsDataLoader(name = FreeBusyLoader.NAME)
class FreeBusyLoader extends OwnerBatchLoader<Range, FreeBusy> {

  static final String NAME = "freeBusy";

  private final EventReads reads;

  FreeBusyLoader(EventReads reads) {
    this.reads = reads;
  }

  @Override
  protected Map<UUID, FreeBusy> load(Set<UUID> owners, Range range) {
    return reads.busy(owners, range).stream()
        .collect(
            Collectors.groupingBy(
                EventReads.Busy::accountId,
                Collectors.collectingAndThen(
                    Collectors.toList(), events -> FreeBusy.of(events, range))));
  }

  @Override
  protected FreeBusy none(Range range) {
    return FreeBusy.NONE;
  }
}
