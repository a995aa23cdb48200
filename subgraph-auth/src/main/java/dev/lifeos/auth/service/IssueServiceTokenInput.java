package dev.lifeos.auth.service;

record IssueServiceTokenInput(String clientId, String clientSecret) {

  /** Nothing of a secret gets into a log. */
  @Override
  public String toString() {
    return "IssueServiceTokenInput";
  }
}
