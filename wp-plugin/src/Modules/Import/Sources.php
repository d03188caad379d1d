<?php
/**
 * The plugins one can come from, in the order of how many sites use them.
 *
 * @package Igny8
 */

namespace Igny8\Modules\Import;

/**
 * A new one is a class in `Sources/` and a line here.
 */
final class Sources {

	/**
	 * Slug → class.
	 *
	 * @var array<string, class-string<Source>>
	 */
	public const ALL = array(
		'yoast'     => Sources\Yoast::class,
		'rank-math' => Sources\RankMath::class,
		'aioseo' => Sources\Aioseo::class,
		'seopress' => Sources\Seopress::class,
		'tsf' => Sources\Tsf::class,
		'slim-seo' => Sources\SlimSeo::class,
		'redirection' => Sources\Redirection::class,
	);

	public static function get( string $slug ): Source {
		$class_name = self::ALL[ $slug ];
		return new $class_name();
	}
}
