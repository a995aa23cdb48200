package dev.lifeos.starter.web;

import dev.lifeos.starter.error.ErrorCode;
import dev.lifeos.starter.error.HttpErrors;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses bodies over the limit, of declared or undeclared length: 413. Tomcat limits forms only.
 */
class BodyLimitFilter extends OncePerRequestFilter {

  private final WebProperties web;
  private final HttpErrors errors;

  BodyLimitFilter(WebProperties web, HttpErrors errors) {
    this.web = web;
    this.errors = errors;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var max = web.maxBytes(request.getRequestURI());
    if (request.getContentLengthLong() > max) {
      refuse(response, max);
      return;
    }
    var limited = new LimitedRequest(request, max);
    chain.doFilter(limited, response);
    if (limited.exceeded && !response.isCommitted()) {
      response.reset();
      refuse(response, max);
    }
  }

  private void refuse(HttpServletResponse response, long max) throws IOException {
    errors.write(
        response, 413, ErrorCode.BAD_USER_INPUT, "The request is larger than " + max + " bytes.");
  }

  private static final class LimitedRequest extends HttpServletRequestWrapper {

    private final long max;
    private boolean exceeded;

    LimitedRequest(HttpServletRequest request, long max) {
      super(request);
      this.max = max;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
      return new LimitedStream(super.getInputStream());
    }

    private final class LimitedStream extends ServletInputStream {

      private final ServletInputStream body;
      private long read;

      LimitedStream(ServletInputStream body) {
        this.body = body;
      }

      @Override
      public int read() throws IOException {
        var next = body.read();
        return count(next, next < 0 ? 0 : 1);
      }

      @Override
      public int read(byte[] bytes, int offset, int length) throws IOException {
        var count = body.read(bytes, offset, length);
        return count(count, Math.max(0, count));
      }

      private int count(int result, int bytes) throws IOException {
        read += bytes;
        if (read > max) {
          exceeded = true;
          throw new IOException("The request is too large");
        }
        return result;
      }

      @Override
      public boolean isFinished() {
        return body.isFinished();
      }

      @Override
      public boolean isReady() {
        return body.isReady();
      }

      @Override
      public void setReadListener(ReadListener listener) {
        body.setReadListener(listener);
      }
    }
  }
}
