package dev.lifeos.auth.command;

import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.stereotype.Component;

/** Runs one command in place of serving, and ends the process with its exit code. */
@Component
@ConditionalOnProperty("lifeos.command")
class CommandRunner implements ApplicationRunner {

  private static final Logger LOG = LoggerFactory.getLogger(CommandRunner.class);
  private static final int UNKNOWN = 64;

  private final String wanted;
  private final List<Command> commands;
  private final ConfigurableApplicationContext context;

  CommandRunner(
      @Value("${lifeos.command}") String wanted,
      List<Command> commands,
      ConfigurableApplicationContext context) {
    this.wanted = wanted;
    this.commands = commands;
    this.context = context;
  }

  @Override
  public void run(ApplicationArguments arguments) {
    var code =
        commands.stream()
            .filter(command -> command.name().equals(wanted))
            .findFirst()
            .map(Command::run)
            .orElseGet(this::unknown);
    System.exit(SpringApplication.exit(context, () -> code));
  }

  private int unknown() {
    var names = commands.stream().map(Command::name).sorted().collect(Collectors.joining(", "));
    LOG.error("There is no command {}; there are {}.", wanted, names);
    return UNKNOWN;
  }
}
