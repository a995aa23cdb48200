package dev.lifeos.starter.input;

import com.netflix.graphql.dgs.internal.InputObjectMapper;
import jakarta.validation.constraints.Size;
import org.hibernate.validator.HibernateValidatorConfiguration;
import org.springframework.boot.validation.autoconfigure.ValidationConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How inputs are made and validated. */
@Configuration(proxyBeanMethods = false)
public class InputConfiguration {

  @Bean
  InputObjectMapper inputObjectMapper() {
    return new RecordInputMapper();
  }

  @Bean
  static ValidationConfigurationCustomizer sizesInCharacters() {
    return configuration -> {
      var hibernate = (HibernateValidatorConfiguration) configuration;
      var mapping = hibernate.createConstraintMapping();
      mapping
          .constraintDefinition(Size.class)
          .includeExistingValidators(false)
          .validatedBy(TextSize.class)
          .validatedBy(ListSize.class);
      hibernate.addMapping(mapping);
    };
  }
}
