package dev.lifeos.auth.mail;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How mails are sent; the server is Spring's {@code spring.mail.host} and its neighbours.
 *
 * @param from the sender
 */
@ConfigurationProperties("lifeos.mail")
record MailProperties(@DefaultValue("LifeOS <no-reply@lifeos.local>") String from) {}
