package dev.lifeos.simulators.google.account;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What the claim {@code picture} leads to: a coloured disk for each account. */
@RestController
class PictureController {
  private static final String DISK =
      """
      <svg xmlns="http://www.w3.org/2000/svg" width="96" height="96" viewBox="0 0 96 96">
        <circle cx="48" cy="48" r="48" fill="hsl(%d 45%% 45%%)"/>
        <circle cx="48" cy="38" r="16" fill="#fff"/><path d="M16 88a32 32 0 0 1 64 0z" fill="#fff"/>
      </svg>
      """;

  @GetMapping(value = "/a/{sub}", produces = "image/svg+xml")
  ResponseEntity<String> picture(@PathVariable String sub) {
    return ResponseEntity.ok(DISK.formatted(Math.floorMod(sub.hashCode(), 360)));
  }
}
