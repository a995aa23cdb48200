package dev.lifeos.simulators;

import com.samskivert.mustache.Mustache;
import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;

/** Google's sign-in and Calendar, a mail box, Twilio's SMS: each as its contract has it. */
@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
public class SimulatorsApplication {

  /** Starts the simulators. */
  public static void main(String[] arguments) {
    SpringApplication.run(SimulatorsApplication.class, arguments);
  }

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }

  /** The templates' compiler: empty text counts as nothing. */
  @Bean
  Mustache.Compiler mustache(Mustache.TemplateLoader loader) {
    return Mustache.compiler().withLoader(loader).emptyStringIsFalse(true);
  }
}
