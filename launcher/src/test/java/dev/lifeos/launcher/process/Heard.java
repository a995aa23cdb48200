package dev.lifeos.launcher.process;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Keeps what was heard, in order. */
final class Heard implements PartListener {
  private final BlockingQueue<String> events = new LinkedBlockingQueue<>();

  String next() throws InterruptedException {
    String event = events.poll(30, TimeUnit.SECONDS);
    if (event == null) {
      throw new AssertionError("nothing more was heard");
    }
    return event;
  }

  @Override
  public void changed() {}

  @Override
  public void ready(String part, Duration after, String where) {
    events.add(part + " ready");
  }

  @Override
  public void crashed(String part, String why, Duration pause) {
    events.add(part + " crashed: " + why);
  }

  @Override
  public void gaveUp(String part, String why, List<String> lastLines) {
    events.add(part + " gave up: " + why + " " + lastLines);
  }

  @Override
  public void stopping(String part) {
    events.add(part + " stopping");
  }
}
