package dev.lifeos.auth.key;

import dev.lifeos.auth.command.Command;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Renews the signing key before its time. */
@Component
class RotateSigningKey implements Command {

  private static final Logger LOG = LoggerFactory.getLogger(RotateSigningKey.class);

  private final SigningKeyRotation rotation;

  RotateSigningKey(SigningKeyRotation rotation) {
    this.rotation = rotation;
  }

  @Override
  public String name() {
    return "rotate-signing-key";
  }

  @Override
  public int run() {
    LOG.info("The next signing key signs from {}.", rotation.rotate());
    return 0;
  }
}
