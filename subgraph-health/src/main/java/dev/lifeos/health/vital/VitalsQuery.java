package dev.lifeos.health.vital;

import dev.lifeos.starter.error.ErrorCode;
import dev.lifeos.starter.error.Fault;
import dev.lifeos.starter.paging.Page;

/**
 * One page of {@code User.vitals}.
 *
 * @param withMetadata whether metadata was asked for: without it, the index alone answers
 */
record VitalsQuery(VitalFilter filter, Page page, boolean withMetadata) {

  VitalsQuery {
    var from = filter.from();
    var to = filter.to();
    if (from != null && to != null && !to.isAfter(from)) {
      throw new Fault(ErrorCode.BAD_USER_INPUT, "`to` must be after `from`.");
    }
  }
}
