<?php
/**
 * What is known of the videos in a post: found when it is saved, completed from YouTube and Vimeo afterwards.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Schema;

/**
 * Meta `_igny8_videos`: one entry a video, in the order of the content. `asked` is the day its site was asked, so that one
 * that says nothing is left in peace for a month.
 */
final class VideoFacts {

	public const META = '_igny8_videos';
}
