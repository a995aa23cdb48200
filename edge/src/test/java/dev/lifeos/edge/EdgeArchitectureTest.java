package dev.lifeos.edge;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.time.Instant;

/** How the edge is built. */
@AnalyzeClasses(packages = "dev.lifeos.edge", importOptions = ImportOption.DoNotIncludeTests.class)
class EdgeArchitectureTest {

  @ArchTest
  static final ArchRule features_have_no_cycles =
      SlicesRuleDefinition.slices().matching("dev.lifeos.edge.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule the_edge_knows_no_subgraph =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.lifeos.auth..",
              "dev.lifeos.health..",
              "dev.lifeos.finance..",
              "dev.lifeos.learning..",
              "dev.lifeos.notification..",
              "dev.lifeos.starter..");

  @ArchTest
  static final ArchRule the_clock_is_injected =
      noClasses()
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis");

  @ArchTest static final ArchRule no_standard_streams = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
}
