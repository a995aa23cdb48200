package dev.lifeos.starter.user;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The parts that resolve the federated User. */
@Configuration(proxyBeanMethods = false)
@Import(UserEntityFetcher.class)
public class UserConfiguration {}
