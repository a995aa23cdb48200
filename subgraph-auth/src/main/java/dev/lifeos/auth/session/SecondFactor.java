package dev.lifeos.auth.session;

import dev.lifeos.auth.device.Device;
import java.util.UUID;

/** What some people show besides their password. */
public interface SecondFactor {

  /** Whether the person has one. */
  boolean enrolled(UUID account);

  /** Asks for it, after the first factor was right. */
  LoginChallenge challenge(UUID account, LoginMethod method, Device device);
}
