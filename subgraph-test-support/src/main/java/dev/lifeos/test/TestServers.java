package dev.lifeos.test;

import javax.sql.DataSource;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;
import org.springframework.test.context.DynamicPropertyRegistrar;
import org.springframework.util.ClassUtils;

/** Points the application under test at the real servers and counts its SQL. */
@TestConfiguration(proxyBeanMethods = false)
class TestServers {

  @Bean
  static DynamicPropertyRegistrar servers() {
    var url = Servers.newDatabase();
    return registry -> {
      registry.add("spring.datasource.url", () -> url);
      registry.add("spring.datasource.username", () -> "postgres");
      registry.add("spring.datasource.password", () -> "postgres");
      registry.add("lifeos.auth.jwks-uri", Servers::jwks);
      if (ClassUtils.isPresent("org.springframework.data.redis.core.RedisTemplate", null)) {
        registry.add("spring.data.redis.url", Servers::redis);
      }
    };
  }

  @Bean
  static SqlCount sqlCount() {
    return new SqlCount();
  }

  @Bean
  static BeanPostProcessor countedDataSource(SqlCount count) {
    return new BeanPostProcessor() {
      @Override
      public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource source
            ? ProxyDataSourceBuilder.create(source).listener(count).build()
            : bean;
      }
    };
  }

  @Bean
  @Lazy
  Graph graph(Environment environment) {
    return Graph.at("http://127.0.0.1:" + environment.getRequiredProperty("local.server.port"));
  }
}
