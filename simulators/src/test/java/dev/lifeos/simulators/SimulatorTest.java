package dev.lifeos.simulators;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** Tests of the running simulators; they share one. */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "lifeos.simulators.mail.port=0",
      "lifeos.simulators.mail.messages=50",
      "lifeos.simulators.google.issuer=https://accounts.simulated.test",
      "lifeos.simulators.google.client-id=lifeos-test",
      "lifeos.simulators.google.client-secret=google-test-secret",
      "lifeos.simulators.google.redirect-uris=http://localhost:3000/account/google",
      "lifeos.simulators.twilio.account-sid=AC11112222333344445555666677778888",
      "lifeos.simulators.twilio.auth-token=twilio-test-token",
    })
@Import(TestTime.class)
abstract class SimulatorTest {
  @LocalServerPort int port;
  @Autowired MovableClock clock;

  Web web() {
    return new Web("http://127.0.0.1:" + port);
  }
}
