package dev.lifeos.auth.profile.avatar;

import dev.lifeos.starter.error.InvalidInput;
import dev.lifeos.starter.error.UserErrorCode;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.crypto.keygen.Base64StringKeyGenerator;
import org.springframework.security.crypto.keygen.StringKeyGenerator;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Shows pictures, and takes them away with their files. */
@Service
class Avatars {

  private static final Logger LOG = LoggerFactory.getLogger(Avatars.class);
  private static final int NAME_BYTES = 16;

  private final AvatarRows rows;
  private final AvatarStore store;
  private final TransactionTemplate transaction;
  private final StringKeyGenerator names =
      new Base64StringKeyGenerator(Base64.getUrlEncoder().withoutPadding(), NAME_BYTES);

  Avatars(AvatarRows rows, AvatarStore store, TransactionTemplate transaction) {
    this.rows = rows;
    this.store = store;
    this.transaction = transaction;
  }

  /** Keeps a picture and shows it in place of the one before. */
  Avatar show(UUID account, Pictures.Picture picture) {
    var avatar = new Avatar(names.generateKey(), picture.extension());
    rows.begin(account, avatar);
    picture.files().forEach((size, bytes) -> store.put(avatar.file(size), bytes));
    var before = transaction.execute(status -> inPlace(account, avatar));
    Objects.requireNonNull(before).ifPresent(this::remove);
    return avatar;
  }

  /**
   * Takes a person's picture away.
   *
   * @param name of the one that is meant; null for whichever there is
   */
  void hide(UUID account, @Nullable String name) {
    var hidden =
        transaction.execute(status -> {
          rows.lock(account);
          var shown = rows.hide(account);
          shown.ifPresent(avatar -> requireSame(avatar, name));
          return shown;
        });
    Objects.requireNonNull(hidden).ifPresent(this::remove);
  }

  Optional<byte[]> read(AvatarFile file) {
    return store.get(file);
  }

  /** Deletes what a crash or a deleted account has left. Replicas may do it at once. */
  @Scheduled(initialDelayString = "PT15M", fixedDelayString = "PT1H")
  void removeLeftOver() {
    rows.leftOver().forEach(this::remove);
  }

  // Where the account was deleted meanwhile, the picture is left over.
  private Optional<Avatar> inPlace(UUID account, Avatar avatar) {
    if (!rows.lock(account)) {
      return Optional.of(avatar);
    }
    var before = rows.hide(account);
    rows.show(avatar);
    return before;
  }

  // What the store does not delete now is tried again with what is left over.
  private void remove(Avatar avatar) {
    try {
      avatar.files().forEach(store::delete);
      rows.delete(avatar);
    } catch (RuntimeException down) {
      LOG.warn("The files of a picture could not be deleted yet", down);
    }
  }

  private static void requireSame(Avatar shown, @Nullable String name) {
    if (name != null && !shown.name().equals(name)) {
      throw InvalidInput.of(
          UserErrorCode.CONFLICT, "Another picture has taken its place.", "input", "avatar");
    }
  }
}
