package dev.lifeos.auth.profile.avatar;

import java.util.Optional;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** Keeps files in a bucket of S3, or of a store that speaks its language. */
final class S3Store implements AvatarStore {

  private final S3Client client;
  private final String bucket;
  private final String prefix;

  S3Store(S3Client client, String bucket, String prefix) {
    this.client = client;
    this.bucket = bucket;
    this.prefix = prefix;
  }

  @Override
  public void put(AvatarFile file, byte[] bytes) {
    client.putObject(
        request -> request.bucket(bucket).key(key(file)).contentType(file.type().toString()),
        RequestBody.fromBytes(bytes));
  }

  @Override
  public Optional<byte[]> get(AvatarFile file) {
    try {
      return Optional.of(
          client
              .getObjectAsBytes(request -> request.bucket(bucket).key(key(file)))
              .asByteArrayUnsafe());
    } catch (NoSuchKeyException gone) {
      return Optional.empty();
    }
  }

  @Override
  public void delete(AvatarFile file) {
    client.deleteObject(request -> request.bucket(bucket).key(key(file)));
  }

  private String key(AvatarFile file) {
    return prefix + file.name();
  }
}
