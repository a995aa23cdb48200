package dev.lifeos.auth.profile.avatar;

import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsData;
import com.netflix.graphql.dgs.DgsDataFetchingEnvironment;
import com.netflix.graphql.dgs.DgsMutation;
import com.netflix.graphql.dgs.InputArgument;
import com.netflix.graphql.dgs.Source;
import dev.lifeos.auth.account.People;
import dev.lifeos.auth.account.User;
import dev.lifeos.starter.access.Caller;
import dev.lifeos.starter.batch.Loaders;
import dev.lifeos.starter.error.InvalidInput;
import dev.lifeos.starter.error.UserErrorCode;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

@DgsComponent
class AvatarFetcher {

  private final AvatarUpload upload;
  private final Avatars avatars;
  private final AvatarAddresses addresses;
  private final People people;

  AvatarFetcher(AvatarUpload upload, Avatars avatars, AvatarAddresses addresses, People people) {
    this.upload = upload;
    this.avatars = avatars;
    this.addresses = addresses;
    this.people = people;
  }

  @DgsData(parentType = "User", field = "avatar")
  CompletableFuture<URI> avatar(
      @Source User user, @InputArgument AvatarSize size, DgsDataFetchingEnvironment env) {
    return Loaders.<Avatar>load(env, AvatarLoader.NAME, user.id())
        .thenApply(avatar -> address(avatar, size));
  }

  private @Nullable URI address(@Nullable Avatar avatar, AvatarSize size) {
    return avatar == null ? null : addresses.of(avatar.file(size));
  }

  @DgsMutation
  CreateAvatarUploadPayload createAvatarUpload(
      @InputArgument CreateAvatarUploadInput input, Caller caller) {
    var ticket = upload.ticket(caller.personId(), input.size());
    return new CreateAvatarUploadPayload(
        addresses.upload(ticket.token()), ticket.expiresAt(), List.of());
  }

  @DgsMutation
  DeleteAvatarPayload deleteAvatar(@InputArgument DeleteAvatarInput input, Caller caller) {
    avatars.hide(caller.personId(), name(input.avatar()));
    return new DeleteAvatarPayload(people.find(caller.personId()).orElse(null), List.of());
  }

  private static @Nullable String name(@Nullable URI address) {
    if (address == null) {
      return null;
    }
    return AvatarAddresses.file(address)
        .orElseThrow(() ->
            InvalidInput.of(
                UserErrorCode.CONFLICT, "This is no picture of here.", "input", "avatar"))
        .picture();
  }
}
