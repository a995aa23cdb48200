package dev.lifeos.edge.connection;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.concurrent.ScheduledFuture;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Closes a connection whose request's headers, or whose WebSocket frame, do not arrive as a whole
 * within a time. The server's idle time-out starts anew at each byte, so that a client which sends
 * one now and then would hold a connection for ever (slow loris). Stands behind the HTTP codec:
 * bytes were read between two messages, yet no message came out of them.
 */
final class HeaderDeadline extends ChannelInboundHandlerAdapter {

  private final Duration limit;
  private boolean betweenRequests = true;
  private boolean messageRead;
  private @Nullable ScheduledFuture<?> deadline;

  HeaderDeadline(Duration limit) {
    this.limit = limit;
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
    messageRead = true;
    cancel();
    if (message instanceof HttpRequest) {
      betweenRequests = false;
    }
    if (message instanceof LastHttpContent) {
      betweenRequests = true;
    }
    super.channelRead(context, message);
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext context) throws Exception {
    if (betweenRequests && !messageRead && deadline == null) {
      deadline =
          context.executor().schedule(() -> close(context), limit.toNanos(), TimeUnit.NANOSECONDS);
    }
    messageRead = false;
    super.channelReadComplete(context);
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) throws Exception {
    cancel();
    super.channelInactive(context);
  }

  private static void close(ChannelHandlerContext context) {
    context.close();
  }

  private void cancel() {
    if (deadline != null) {
      deadline.cancel(false);
      deadline = null;
    }
  }
}
