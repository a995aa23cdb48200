package dev.lifeos.auth;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import dev.lifeos.test.SubgraphArchitecture;

@AnalyzeClasses(packages = "dev.lifeos.auth", importOptions = DoNotIncludeTests.class)
class AuthArchitectureTest {

  @ArchTest static final ArchTests rules = ArchTests.in(SubgraphArchitecture.class);
}
