package dev.lifeos.auth.key;

import dev.lifeos.auth.command.Command;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Withdraws signing keys that are in the wrong hands. Everybody's access token ends: within seconds
 * where this subgraph verifies it, elsewhere with what is kept of the old keys, five minutes.
 * Sessions go on, as clients renew their tokens.
 */
@Component
class ReplaceSigningKeys implements Command {

  private static final Logger LOG = LoggerFactory.getLogger(ReplaceSigningKeys.class);

  private final SigningKeyRotation rotation;

  ReplaceSigningKeys(SigningKeyRotation rotation) {
    this.rotation = rotation;
  }

  @Override
  public String name() {
    return "replace-signing-keys";
  }

  @Override
  public int run() {
    rotation.replace();
    LOG.warn("All signing keys are withdrawn; a new one signs.");
    return 0;
  }
}
