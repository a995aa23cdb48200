package dev.lifeos.auth.startup;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows the sentence in place of a stack trace. */
class MisconfigurationAnalyzer extends AbstractFailureAnalyzer<Misconfiguration> {

  @Override
  protected @Nullable FailureAnalysis analyze(Throwable root, Misconfiguration cause) {
    return new FailureAnalysis(String.valueOf(cause.getMessage()), null, cause);
  }
}
