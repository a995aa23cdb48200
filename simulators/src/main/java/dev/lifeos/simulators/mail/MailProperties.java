package dev.lifeos.simulators.mail;

import java.net.InetAddress;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * The mail box.
 *
 * @param address where SMTP listens
 * @param port its port; 0 takes a free one
 * @param messages how many mails are kept, the newest
 * @param memory how much they may take together
 */
@ConfigurationProperties("lifeos.simulators.mail")
record MailProperties(InetAddress address, int port, int messages, DataSize memory) {}
