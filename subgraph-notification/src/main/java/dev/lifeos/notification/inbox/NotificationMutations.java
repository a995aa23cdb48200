package dev.lifeos.notification.inbox;

import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsMutation;
import com.netflix.graphql.dgs.InputArgument;
import dev.lifeos.starter.access.Caller;
import jakarta.validation.Valid;
import java.util.List;
import org.springframework.validation.annotation.Validated;

/** What services send, and what a person does with their own notifications. */
@DgsComponent
@Validated
class NotificationMutations {

  private final Sender sender;
  private final Marker marker;

  NotificationMutations(Sender sender, Marker marker) {
    this.sender = sender;
    this.marker = marker;
  }

  @DgsMutation
  SendNotificationPayload sendNotification(@InputArgument @Valid SendNotificationInput input) {
    return new SendNotificationPayload(sender.send(input), List.of());
  }

  @DgsMutation
  MarkNotificationsPayload markSeen(
      @InputArgument @Valid MarkNotificationsInput input, Caller caller) {
    return marker.mark(caller.personId(), Mark.SEEN, input.ids());
  }

  @DgsMutation
  MarkNotificationsPayload markRead(
      @InputArgument @Valid MarkNotificationsInput input, Caller caller) {
    return marker.mark(caller.personId(), Mark.READ, input.ids());
  }

  @DgsMutation
  MarkNotificationsPayload archive(
      @InputArgument @Valid MarkNotificationsInput input, Caller caller) {
    return marker.mark(caller.personId(), Mark.ARCHIVED, input.ids());
  }

  @DgsMutation
  MarkNotificationsPayload unarchive(
      @InputArgument @Valid MarkNotificationsInput input, Caller caller) {
    return marker.mark(caller.personId(), Mark.UNARCHIVED, input.ids());
  }

  @DgsMutation
  MarkAllReadPayload markAllRead(@InputArgument MarkAllReadInput input, Caller caller) {
    return marker.markAllRead(caller.personId(), input);
  }
}
