package dev.lifeos.starter.scalar;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The shared scalars. */
@Configuration(proxyBeanMethods = false)
@Import(Scalars.class)
public class ScalarConfiguration {}
