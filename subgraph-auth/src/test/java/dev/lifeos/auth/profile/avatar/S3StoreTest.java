package dev.lifeos.auth.profile.avatar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkException;

class S3StoreTest {

  private static final AvatarFile FILE = new AvatarFile("AAAAAAAAAAAAAAAAAAAAAA", 64, "jpg");
  private static final byte[] BYTES = {1, 2, 3};

  private final FakeS3 s3 = FakeS3.start("key", "secret");

  @AfterEach
  void stop() {
    s3.stop();
  }

  @Test
  void a_file_is_kept_in_the_bucket_with_its_type_until_it_is_deleted() {
    var store = store("secret");
    assertThat(store.get(FILE)).isEmpty();
    store.put(FILE, BYTES);
    assertThat(store.get(FILE).orElseThrow()).isEqualTo(BYTES);
    assertThat(s3.type("/pictures/avatars/AAAAAAAAAAAAAAAAAAAAAA.64.jpg")).isEqualTo("image/jpeg");
    store.delete(FILE);
    store.delete(FILE);
    assertThat(store.get(FILE)).isEmpty();
  }

  @Test
  void a_wrong_secret_and_a_store_that_is_away_are_failures_and_not_missing_files() {
    assertThatThrownBy(() -> store("wrong").get(FILE)).isInstanceOf(SdkException.class);
    var store = store("secret");
    s3.stop();
    assertThatThrownBy(() -> store.get(FILE)).isInstanceOf(SdkException.class);
  }

  private AvatarStore store(String secret) {
    var bucket =
        new AvatarProperties.S3(
            "pictures", "eu-central-1", URI.create(s3.url()), "avatars/", "key", secret);
    return new AvatarConfiguration().avatarStore(new AvatarProperties(Path.of("unused"), bucket));
  }
}
