<?php
/**
 * What Google requires and recommends of each type, and on which page it says so: one table for editor, WP-CLI and tests.
 *
 * `required` missing is an error, `recommended` missing a hint. A path goes into nested things: `author.name`. Of `one_of`
 * each list needs one property. `page` is the last part of the address below `source`; `earns` whether Google shows a
 * rich result for the type at all. Types that Google has no page for follow schema.org and are checked for their form only.
 *
 * @package Igny8
 */

return array(
	'checked' => '2026-11-21',
	'source'  => 'https://developers.google.com/search/docs/appearance/structured-data/',
	'types'   => array(
		'WebSite'             => array( 'page' => '../site-names', 'earns' => true, 'required' => array( 'name', 'url' ), 'recommended' => array() ),
		'Article'             => array( 'page' => 'article', 'earns' => true, 'required' => array(), 'recommended' => array( 'headline', 'image', 'datePublished', 'dateModified', 'author', 'author.name', 'author.url' ) ),
		'BreadcrumbList'      => array( 'page' => 'breadcrumb', 'earns' => true, 'required' => array( 'itemListElement', 'itemListElement.position', 'itemListElement.name' ), 'recommended' => array() ),
		'Organization'        => array( 'page' => 'organization', 'earns' => true, 'required' => array( 'name' ), 'recommended' => array( 'url', 'logo' ) ),
		'LocalBusiness'       => array( 'page' => 'local-business', 'earns' => true, 'required' => array( 'name', 'address' ), 'recommended' => array( 'url' ) ),
		'Person'              => array( 'page' => 'profile-page', 'earns' => true, 'required' => array( 'name' ), 'recommended' => array() ),
		'ProfilePage'         => array( 'page' => 'profile-page', 'earns' => true, 'required' => array( 'mainEntity', 'mainEntity.name' ), 'recommended' => array() ),
		'Product'             => array( 'page' => 'product-snippet', 'earns' => true, 'required' => array( 'name' ), 'one_of' => array( array( 'offers', 'review', 'aggregateRating' ) ), 'recommended' => array( 'image', 'description', 'offers', 'brand', 'aggregateRating', 'review' ) ),
		'ProductGroup'        => array( 'page' => 'product-variants', 'earns' => true, 'required' => array( 'name' ), 'recommended' => array( 'hasVariant', 'productGroupID', 'variesBy', 'image', 'description', 'brand' ) ),
		'Offer'               => array( 'page' => 'product-snippet', 'earns' => true, 'required' => array( 'price', 'priceCurrency' ), 'recommended' => array( 'availability' ) ),
		'AggregateOffer'      => array( 'page' => 'product-snippet', 'earns' => true, 'required' => array( 'lowPrice', 'priceCurrency' ), 'recommended' => array( 'highPrice', 'offerCount' ) ),
		'Review'              => array( 'page' => 'review-snippet', 'earns' => true, 'required' => array( 'author', 'author.name', 'reviewRating', 'reviewRating.ratingValue' ), 'recommended' => array( 'datePublished' ) ),
		'AggregateRating'     => array( 'page' => 'review-snippet', 'earns' => true, 'required' => array( 'ratingValue' ), 'one_of' => array( array( 'ratingCount', 'reviewCount' ) ), 'recommended' => array() ),
		'VideoObject'         => array( 'page' => 'video', 'earns' => true, 'required' => array( 'name', 'thumbnailUrl', 'uploadDate' ), 'recommended' => array( 'description', 'duration' ), 'one_of_recommended' => array( array( 'contentUrl', 'embedUrl' ) ) ),
		'ItemList'            => array( 'page' => 'carousel', 'earns' => false, 'required' => array( 'itemListElement', 'itemListElement.position' ), 'recommended' => array() ),
		'FAQPage'             => array( 'page' => 'faqpage', 'earns' => false, 'required' => array( 'mainEntity' ), 'recommended' => array() ),
		'Question'            => array( 'page' => 'faqpage', 'earns' => false, 'required' => array( 'name', 'acceptedAnswer', 'acceptedAnswer.text' ), 'recommended' => array() ),
		'HowTo'               => array( 'page' => '', 'earns' => false, 'required' => array( 'name', 'step' ), 'recommended' => array() ),
		'HowToStep'           => array( 'page' => '', 'earns' => false, 'required' => array( 'text' ), 'recommended' => array() ),
		'Service'             => array( 'page' => '', 'earns' => false, 'required' => array( 'name' ), 'recommended' => array( 'provider', 'description' ) ),
		'Event'               => array( 'page' => 'event', 'earns' => true, 'required' => array( 'name', 'startDate', 'location', 'location.address' ), 'recommended' => array( 'description', 'endDate', 'eventStatus', 'image', 'location.name', 'offers', 'organizer', 'performer' ) ),
		'Recipe'              => array( 'page' => 'recipe', 'earns' => true, 'required' => array( 'name', 'image' ), 'recommended' => array( 'author', 'cookTime', 'datePublished', 'description', 'nutrition.calories', 'prepTime', 'recipeCategory', 'recipeCuisine', 'recipeIngredient', 'recipeInstructions', 'recipeYield' ) ),
		'JobPosting'          => array( 'page' => 'job-posting', 'earns' => true, 'required' => array( 'title', 'description', 'datePosted', 'hiringOrganization' ), 'one_of' => array( array( 'jobLocation', 'applicantLocationRequirements' ) ), 'recommended' => array( 'baseSalary', 'employmentType', 'validThrough' ) ),
		'Course'              => array( 'page' => 'course', 'earns' => false, 'required' => array( 'name', 'description' ), 'recommended' => array( 'provider' ) ),
		'SoftwareApplication' => array( 'page' => 'software-app', 'earns' => true, 'required' => array( 'name', 'offers.price' ), 'one_of' => array( array( 'aggregateRating', 'review' ) ), 'recommended' => array( 'applicationCategory', 'operatingSystem' ) ),
		'Book'                => array( 'page' => '', 'earns' => false, 'required' => array( 'name' ), 'recommended' => array( 'author', 'isbn' ) ),
	),
	// Subtypes whose rules are another type's; every type of BusinessTypes counts as LocalBusiness, of Owner::ORGANIZATIONS as Organization.
	'same'    => array(
		'BlogPosting' => 'Article', 'NewsArticle' => 'Article', 'TechArticle' => 'Article', 'ScholarlyArticle' => 'Article', 'Report' => 'Article', 'OpinionNewsArticle' => 'Article', 'ReportageNewsArticle' => 'Article', 'SocialMediaPosting' => 'Article',
	),
	// What a value must look like, by the name of its property, wherever it stands.
	'formats' => array(
		'date'     => array( 'datePublished', 'dateModified', 'uploadDate', 'startDate', 'endDate', 'datePosted', 'validThrough', 'validFrom', 'priceValidUntil', 'foundingDate' ),
		'url'      => array( 'url', 'item', 'contentUrl', 'embedUrl', 'thumbnailUrl', 'sameAs', 'hasMap', 'availability', 'eventStatus', 'itemCondition', 'variesBy', 'priceType' ),
		'duration' => array( 'totalTime', 'prepTime', 'cookTime', 'duration' ),
		'number'   => array( 'price', 'lowPrice', 'highPrice', 'ratingValue', 'ratingCount', 'reviewCount', 'latitude', 'longitude', 'position' ),
		'currency' => array( 'priceCurrency', 'currency' ),
		'time'     => array( 'opens', 'closes' ),
	),
);
