package dev.lifeos.auth.session;

import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsData;
import com.netflix.graphql.dgs.DgsDataFetchingEnvironment;
import com.netflix.graphql.dgs.Source;
import dev.lifeos.auth.account.User;
import dev.lifeos.auth.device.Device;
import dev.lifeos.auth.device.DeviceName;
import dev.lifeos.starter.access.Caller;
import dev.lifeos.starter.batch.Loaders;
import dev.lifeos.starter.paging.Connection;
import dev.lifeos.starter.paging.Page;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

@DgsComponent
class SessionFetcher {

  private final DeviceName names;

  SessionFetcher(DeviceName names) {
    this.names = names;
  }

  @DgsData(parentType = "User", field = "sessions")
  CompletableFuture<Connection<Session>> sessions(
      @Source User user, Page page, DgsDataFetchingEnvironment env) {
    return Loaders.load(env, SessionsLoader.NAME, user.id(), page);
  }

  @DgsData(parentType = "Session", field = "device")
  @Nullable String device(@Source Session session) {
    return names.of(new Device(session.userAgent(), session.ipAddress()));
  }

  @DgsData(parentType = "Session", field = "current")
  boolean current(@Source Session session, Caller caller) {
    return session.id().toString().equals(caller.sessionId());
  }
}
