package dev.lifeos.auth.profile.avatar;

import java.util.Optional;

/**
 * Where the files of pictures lie. A file never changes; to delete one that is gone is no error.
 */
interface AvatarStore {

  void put(AvatarFile file, byte[] bytes);

  Optional<byte[]> get(AvatarFile file);

  void delete(AvatarFile file);
}
