package dev.lifeos.finance.account;

import dev.lifeos.finance.input.Line;
import jakarta.validation.constraints.Pattern;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What {@code updateAccount} takes: null is left as it is, an empty {@code Optional} clears. */
record UpdateAccountInput(
    UUID id,
    @Line(max = 100) @Pattern(regexp = ".*\\S.*", message = "must not be blank")
        @Nullable String name,
    @Nullable Optional<@Line(max = 100) String> institution,
    @Nullable Optional<@Line(max = 10) String> mask) {}
