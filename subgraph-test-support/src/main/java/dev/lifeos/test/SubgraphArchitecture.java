package dev.lifeos.test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;

import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsDataLoader;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.repository.Repository;
import org.springframework.stereotype.Service;

/** How every subgraph is built. */
public final class SubgraphArchitecture {

  @ArchTest
  static final ArchRule entities_are_package_private =
      classes()
          .that()
          .areAnnotatedWith(Entity.class)
          .should()
          .bePackagePrivate()
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule repositories_are_package_private =
      classes()
          .that()
          .areAssignableTo(Repository.class)
          .should()
          .bePackagePrivate()
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule components_loaders_and_services_are_package_private =
      classes()
          .that()
          .areAnnotatedWith(DgsComponent.class)
          .or()
          .areAnnotatedWith(DgsDataLoader.class)
          .or()
          .areAnnotatedWith(Service.class)
          .should()
          .bePackagePrivate();

  @ArchTest
  static final ArchRule fetchers_do_not_reach_into_repositories =
      noClasses()
          .that()
          .areAnnotatedWith(DgsComponent.class)
          .should()
          .dependOnClassesThat()
          .areAnnotatedWith(Entity.class)
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule a_subgraph_depends_on_no_other =
      SlicesRuleDefinition.slices()
          .matching("dev.lifeos.(*)..")
          .should()
          .notDependOnEachOther()
          .ignoreDependency(anyClass(), inPackage("dev.lifeos.starter"));

  @ArchTest
  static final ArchRule features_have_no_cycles =
      SlicesRuleDefinition.slices().matching("dev.lifeos.*.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule the_clock_is_injected =
      noClasses()
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(LocalDate.class, "now")
          .orShould()
          .callMethod(LocalDateTime.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis");

  @ArchTest
  static final ArchRule constructors_inject = noFields().should().beAnnotatedWith(Autowired.class);

  @ArchTest static final ArchRule no_standard_streams = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

  @ArchTest static final ArchRule one_logging = NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;

  private SubgraphArchitecture() {}

  private static DescribedPredicate<JavaClass> anyClass() {
    return DescribedPredicate.alwaysTrue();
  }

  private static DescribedPredicate<JavaClass> inPackage(String prefix) {
    return DescribedPredicate.describe(
        "in " + prefix, type -> type.getPackageName().startsWith(prefix));
  }
}
