package dev.lifeos.launcher.state;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One part as the state file tells of it.
 *
 * @param name the part's name, as in {@code restart NAME}
 * @param kind what it is
 * @param status how far it has come
 * @param pid its process, if there is one
 * @param startedAt when that process started, which tells it from a later one with the same pid
 * @param port where it listens
 * @param url how to reach it
 * @param health where it says whether it is well, if by HTTP
 * @param detail what else is worth knowing, for instance which router it is
 * @param log its log file
 * @param restarts how often it was started again since {@code up}
 */
public record PartState(
    String name,
    Kind kind,
    PartStatus status,
    @Nullable Long pid,
    @Nullable Instant startedAt,
    @Nullable Integer port,
    @Nullable String url,
    @Nullable String health,
    @Nullable String detail,
    String log,
    int restarts) {}
