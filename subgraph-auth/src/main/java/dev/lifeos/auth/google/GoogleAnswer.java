package dev.lifeos.auth.google;

import tools.jackson.databind.JsonNode;

/**
 * What Google has answered.
 *
 * @param body missing where it is no JSON
 */
public record GoogleAnswer(int status, JsonNode body) {

  /** Whether it did what was asked. */
  public boolean ok() {
    return status / 100 == 2;
  }

  /** A text of the body; empty where there is none. */
  public String text(String name) {
    return body.path(name).stringValue("");
  }

  /** The body may have tokens in it. */
  @Override
  public String toString() {
    return "GoogleAnswer " + status;
  }
}
