package dev.lifeos.starter.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.MDC;
import org.springframework.web.filter.OncePerRequestFilter;

/** Gives each request its correlation id: in the logs, and in the response's header. */
class CorrelationIdFilter extends OncePerRequestFilter {

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var id = id(request);
    response.setHeader(CorrelationId.HEADER, id);
    try (var scope = MDC.putCloseable(CorrelationId.KEY, id)) {
      chain.doFilter(request, response);
    }
  }

  // An asynchronous request comes through again when its response is written, and keeps its id.
  private static String id(HttpServletRequest request) {
    if (request.getAttribute(CorrelationId.KEY) instanceof String known) {
      return known;
    }
    var id = CorrelationId.accept(request.getHeader(CorrelationId.HEADER));
    request.setAttribute(CorrelationId.KEY, id);
    return id;
  }

  @Override
  protected boolean shouldNotFilterAsyncDispatch() {
    return false;
  }

  @Override
  protected boolean shouldNotFilterErrorDispatch() {
    return false;
  }
}
