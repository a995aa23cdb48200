package dev.lifeos.notification.live;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client that reads server-sent events. */
final class LiveStream implements AutoCloseable {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final HttpClient http = HttpClient.newHttpClient();
  private final List<JsonNode> data = new CopyOnWriteArrayList<>();
  private final List<String> names = new CopyOnWriteArrayList<>();
  private final AtomicInteger status = new AtomicInteger();

  private LiveStream() {}

  static LiveStream open(String origin, @Nullable String token, @Nullable String after) {
    var variables = new HashMap<String, @Nullable Object>();
    variables.put("after", after);
    var body = new HashMap<String, Object>();
    body.put("query", Events.SUBSCRIPTION);
    body.put("variables", variables);
    var request =
        HttpRequest.newBuilder(URI.create(origin + "/graphql"))
            .header("Content-Type", "application/json")
            .header("Accept", "text/event-stream")
            .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)));
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    var stream = new LiveStream();
    var sent = stream.http.sendAsync(request.build(), info -> stream.lines(info));
    sent.whenComplete((response, failure) -> stream.names.add("end"));
    return stream;
  }

  private HttpResponse.BodySubscriber<Void> lines(HttpResponse.ResponseInfo info) {
    status.set(info.statusCode());
    return HttpResponse.BodySubscribers.fromLineSubscriber(new Lines());
  }

  List<JsonNode> events() {
    return data.stream()
        .map(item -> item.at("/data/notificationEvents"))
        .filter(JsonNode::isObject)
        .toList();
  }

  List<String> errors() {
    return data.stream().flatMap(item -> Events.codes(item).stream()).toList();
  }

  int status() {
    return status.get();
  }

  boolean ended() {
    return names.contains("end");
  }

  @Override
  public void close() {
    http.shutdownNow();
  }

  private final class Lines implements Flow.Subscriber<String> {

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(String line) {
      if (line.startsWith("data:") && line.contains("{")) {
        data.add(JSON.readTree(line.substring("data:".length())));
      }
    }

    @Override
    public void onError(Throwable failure) {}

    @Override
    public void onComplete() {}
  }
}
