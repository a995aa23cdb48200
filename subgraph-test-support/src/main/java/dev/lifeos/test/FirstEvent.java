package dev.lifeos.test;

import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpResponse.ResponseInfo;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;

/** Reads a stream of server-sent events up to the first. */
final class FirstEvent implements Flow.Subscriber<String> {

  private static final long PATIENCE_SECONDS = 2;
  private static final String NOTHING = "{}";
  private static final String DATA = "data:";

  private final ResponseInfo info;
  private final CompletableFuture<Answer> first;

  private FirstEvent(ResponseInfo info, CompletableFuture<Answer> first) {
    this.info = info;
    this.first = first;
  }

  static Answer of(HttpClient http, HttpRequest request) {
    var first = new CompletableFuture<Answer>();
    var open =
        http.sendAsync(
            request, info -> BodySubscribers.fromLineSubscriber(new FirstEvent(info, first)));
    var silent = new Answer(200, HttpHeaders.of(Map.of(), (name, value) -> true), NOTHING);
    try {
      return first.completeOnTimeout(silent, PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    } finally {
      open.cancel(true);
    }
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    subscription.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(String line) {
    var text = line.startsWith(DATA) ? line.substring(DATA.length()).strip() : line;
    if (text.startsWith("{")) {
      first.complete(new Answer(info.statusCode(), info.headers(), text));
    }
  }

  @Override
  public void onError(Throwable failure) {
    first.completeExceptionally(failure);
  }

  @Override
  public void onComplete() {
    first.complete(new Answer(info.statusCode(), info.headers(), NOTHING));
  }
}
