package dev.lifeos.simulators.google.calendar;

/** A channel as the page shows it. */
record ChannelRow(String id, String address, String calendar, String expiration, long messages) {

  static ChannelRow of(Channel channel) {
    return new ChannelRow(
        channel.id(),
        channel.address().toString(),
        channel.calendarId(),
        channel.expiration().toString(),
        channel.messages().get());
  }
}
